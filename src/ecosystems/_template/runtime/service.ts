import type { ServiceSchema } from '../../../runtime/schema/schema.js';

/** One service, as clients and servers of it need it. */
export type TemplateServiceSchema = ServiceSchema;
