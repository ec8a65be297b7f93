import { defineConfig } from 'docwright';

export default defineConfig({
  output: 'generated',
  services: {
    'finspace-data': { pages: 'docs-input/finspace-data', handlers: 'examples/users/handlers' },
    workmail: { pages: 'docs-input/workmail' },
    thistledown: { pages: 'docs-input/thistledown', handlers: 'examples/seed-library/handlers' },
  },
});
