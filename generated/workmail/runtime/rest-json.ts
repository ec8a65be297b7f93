export { restJson1Client } from './rest-json-client.js';
export { restJson1Server } from './rest-json-server.js';
