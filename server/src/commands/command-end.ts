/** How a command ends: its exit code, and what it writes to the screen and to the stream of errors. */
export interface CommandEnd {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Ends this process as a command ended. */
export function endProcess({ code, out, err }: CommandEnd): void {
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
}
