import { connect } from 'node:net';
import { valid } from '../validators/values.js';

const body = JSON.stringify(valid);
const request = [
  'POST /functions HTTP/1.1',
  'Host: 127.0.0.1',
  'Content-Type: application/json',
  'Accept: application/json',
  'User-Agent: bench',
  `Content-Length: ${Buffer.byteLength(body)}`,
  '',
  body,
].join('\r\n');

/**
 * Sends requests over connections that stay open, each when the answer to the one before has come.
 * @throws where an answer is not 201, for then nothing is measured
 */
export async function sendRequests(port, count, connections = 16) {
  const share = Math.ceil(count / connections);
  await Promise.all(Array.from({ length: connections }, () => sendInTurn(port, share)));
}

function sendInTurn(port, count) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let left = count;
    let text = '';
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!isWhole(text)) return;
      if (!text.startsWith('HTTP/1.1 201')) reject(new Error(`Not the answer of success: ${text}`));
      text = '';
      left -= 1;
      if (left > 0) socket.write(request);
      else resolve(socket.destroy());
    });
  });
}

/** Whether the text ends where its length or its last chunk says. */
function isWhole(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end + 2));
  return length ? text.length >= end + 4 + Number(length[1]) : text.endsWith('0\r\n\r\n');
}
