/** Something that an override asks for and that cannot be; the message completes "expected ...". */
export class OverrideProblem extends Error {}
