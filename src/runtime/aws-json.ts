export { awsJson1_0Client, awsJson1_1Client } from './aws-json-client.js';
export { awsJson1_0Server, awsJson1_1Server } from './aws-json-server.js';
