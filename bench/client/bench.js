import { measureAsync, median, ratioOf } from '../measure.js';
import { versionsOf } from '../versions.js';
import { createCallers } from './build.js';
import { measureBundles } from './bundles.js';
import { measureImports, moduleIn } from './imports.js';
import { buildPackage } from './package.js';

const peer = 'aws-sdk v3';

/** The generated client of WorkMail beside the official one. */
export async function run() {
  const folder = await buildPackage('workmail');
  const times = measureImports(
    {
      docwright: moduleIn(folder, 'client.js'),
      'docwright, whole package': moduleIn(folder, 'index.js'),
      [peer]: '@aws-sdk/client-workmail',
    },
    folder,
  );
  const bundles = await measureBundles();
  const rates = await measureAsync(await createCallers());
  return {
    versions: versionsOf('@aws-sdk/client-workmail'),
    ratios: {
      build_over_sdk: ratioOf(rates, 'docwright', peer),
      build_over_sdk_web_crypto: ratioOf(rates, 'docwright, web crypto', peer),
      bundle_over_sdk: bundles.docwright / bundles[peer],
      import_over_sdk: ratioOf(times, 'docwright', peer),
      import_package_over_sdk: ratioOf(times, 'docwright, whole package', peer),
    },
    table: [
      ['client', 'us/call', 'import ms', 'bundle'],
      ...Object.keys({ ...rates, ...times }).map((name) => row(name, rates, times, bundles)),
    ],
    notes: [
      'us/call: CPU time to build, sign and send one request to a stub, and to read its answer.',
      'import: in a cold process. bundle: bytes of one operation for a browser, minified and gzipped.',
    ],
  };
}

function row(name, rates, times, bundles) {
  return [
    name,
    rates[name] ? (1_000_000 / median(rates[name])).toFixed(1) : '',
    times[name] ? median(times[name]).toFixed(1) : '',
    bundles[name] ?? '',
  ];
}
