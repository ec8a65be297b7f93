import { existsSync, readdirSync } from 'node:fs';

const [name, ...flags] = process.argv.slice(2);
const folder = new URL('./', import.meta.url);
const bench = new URL(`${name}/bench.js`, folder);

if (!name || !/^[a-z-]+$/.test(name) || !existsSync(bench)) {
  const names = readdirSync(folder).filter((entry) => existsSync(new URL(`${entry}/bench.js`, folder)));
  console.error(`Usage: npm run bench -- NAME [--json], where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}

/** Every bench has `run(): Promise<{ versions, ratios, table, notes? }>`; the table is rows of text, the first the head. */
const { run } = await import(bench);
const { versions, ratios, table, notes = [] } = await run(flags);

if (flags.includes('--json')) console.log(JSON.stringify({ bench: name, versions, ratios }));
else printForPeople();

function printForPeople() {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => String(row[column]).length)));
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
  console.log();
  for (const [key, ratio] of Object.entries(ratios)) console.log(`${key}: ${ratio.toFixed(2)}`);
  for (const note of notes) console.log(note);
  console.log(
    `versions: ${Object.entries({ node: process.version, ...versions })
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  );
}
