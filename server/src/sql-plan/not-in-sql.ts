/** Something that SQL cannot say exactly, or not in reasonable time; the rules are judged household by household. */
export class NotInSql extends Error {}
