export { checkExtension, checkExtensionShape } from './check-extension.ts'
export type { KitCode, KitProblem } from './kit-problem.ts'
