export { checkExtension, checkExtensionShape } from './check-extension.ts'
export { kitProblem, type KitCode, type KitProblem } from './kit-problem.ts'
