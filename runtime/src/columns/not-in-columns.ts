/** Something that columns cannot say exactly, or not in reasonable time; the release is computed household by household. */
export class NotInColumns extends Error {}
