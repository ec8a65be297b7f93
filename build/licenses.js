import { readdirSync, readFileSync } from 'node:fs';
import { bundledPackages } from './bundle.js';

/** The licenses of the packages whose code is in the bundle: each asks that it goes where the code goes. */
export const bundledLicenses = () => bundledPackages.map(licenseOf).join('\n');

function licenseOf(name) {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license to go with the bundle`);
  return `${name} ${version}\n\n${readFileSync(new URL(file, folder), 'utf8').trim()}\n`;
}
