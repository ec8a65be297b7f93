import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

/** The folder of one real service, of 60 operations; throws where the real pages are not beside the repository. */
export const lambdaPages = () => existing(`${shared}awsdocs/lambda`);

/** The folders of the services whose pages are in Markdown as it is published, or on a mirror. */
export const markdownServices = () =>
  ['awsdocs', 'mirror'].flatMap((family) => {
    const folder = existing(`${shared}${family}`);
    return readdirSync(folder).map((service) => `${folder}/${service}`);
  });

/** The folders of hand-written guides to HTTP APIs. */
export const guides = () => {
  const folder = existing(fileURLToPath(new URL('../../shared/rest/pages/', import.meta.url)));
  return readdirSync(folder).map((guide) => `${folder}${guide}`);
};

/** Two large services of one vendor, 782 operations together, by their ids. */
export const scalePages = () => ({
  sagemaker: existing(`${shared}scale/sagemaker`),
  connect: existing(`${shared}scale/connect`),
});

function existing(folder) {
  if (!existsSync(folder)) throw new Error(`This bench reads real pages, which are not here: ${folder}`);
  return folder;
}
