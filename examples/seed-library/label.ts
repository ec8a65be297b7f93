/** Millimetres, of which a PDF has 72 to 25.4. */
const widths = { small: 40, medium: 60, jar: 80 };

/** A PDF with a label on each page: the first line large, the others below it. */
export function labels(lines: readonly string[], size: keyof typeof widths, copies: number): Blob {
  const width = Math.round((widths[size] / 25.4) * 72);
  const height = Math.round(width / 2);
  const content = [
    `BT /F1 ${Math.round(width / 14)} Tf ${Math.round(width / 20)} ${Math.round(height * 0.75)} Td`,
    ...lines.map(
      (line, index) => `${index > 0 ? `0 ${-Math.round(width / 10)} Td ` : ''}(${escaped(line)}) Tj`,
    ),
    'ET',
  ].join('\n');
  const page = `<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>`;
  const pages = Array.from({ length: copies }, (_, index) => `${5 + index} 0 R`);
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${copies} /MediaBox [0 0 ${width} ${height}] ` +
      '/Resources << /Font << /F1 4 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.map(() => page),
  ]);
}

/** Objects count from 1; the table behind them says where each begins. */
function pdf(objects: readonly string[]): Blob {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Blob([file, table, trailer], { type: 'application/pdf' });
}

/** A string of a PDF in plain letters, so that each is one byte. */
const escaped = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[\\()]/g, '\\$&');
