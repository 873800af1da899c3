/** A package of code as it lies on disk, with the files it exports. */
export interface ExtensionPackage {
  readonly folder: string
  /** What server and browser share. */
  readonly entry: string
  /** What the browser alone draws; absent where the package draws nothing. */
  readonly designerEntry?: string
}
