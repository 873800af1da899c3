/** Something the plan cannot say exactly. The release is then evaluated by the interpreter alone; `message` says why, for engineers. */
export class Unplannable extends Error {}
