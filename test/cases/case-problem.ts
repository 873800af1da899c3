/** A case the adapter cannot put to the product; the case fails with these words. */
export class CaseProblem extends Error {}
