import { defineConfig } from 'docwright';

export default defineConfig({
  output: 'generated',
  services: {
    'finspace-data': { pages: 'docs-input/finspace-data' },
    workmail: { pages: 'docs-input/workmail' },
  },
});
