import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shortLived } from './server-process.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

const left = new Set(['node_modules', '.git', '.data', 'dist'])

/** What a line of the docs printed, and how it ended. */
export interface Ran {
  readonly code: number
  readonly printed: string
}

/**
 * A copy of this repository as a reader has it after cloning and installing. `npx pnpm@12 <script>` runs what `package.json` says of the
 * script; only the installation, which has been made here, is not made again. What programs were compiled to is kept by where they lie:
 * copies made one after another in the same folder are not compiled anew.
 */
export class DocClone {
  readonly folder: string
  #server: ChildProcess | undefined

  constructor(folder: string) {
    this.folder = folder
    cpSync(repository, this.folder, { recursive: true, filter: (from) => !left.has(basename(from)) })
    for (const name of ['.', 'runtime', 'server', 'designer', 'migrations', 'client', 'test']) {
      if (existsSync(join(repository, name, 'node_modules'))) symlinkSync(join(repository, name, 'node_modules'), join(this.folder, name, 'node_modules'))
    }
    if (existsSync(join(repository, 'designer/dist'))) cpSync(join(repository, 'designer/dist'), join(this.folder, 'designer/dist'), { recursive: true })
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  /** Runs a line to its end. A program that was started is ended before, as its reader would. */
  async run(line: string): Promise<Ran> {
    await this.stop()
    return this.runBeside(line)
  }

  /** Runs a line to its end while the program that was started goes on. */
  async runBeside(line: string): Promise<Ran> {
    const child = this.#spawn(line)
    let printed = ''
    const read = (part: Buffer) => {
      printed += String(part)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    const [code] = await once(child, 'close')
    return { code: Number(code), printed }
  }

  /** Starts the program of a line and returns its address. */
  async start(line: string): Promise<string> {
    await this.stop()
    const child = this.#spawn(`${line} --port 0`)
    this.#server = child
    return new Promise((resolve, reject) => {
      let printed = ''
      const read = (part: Buffer) => {
        printed += String(part)
        const address = /is ready:\s+(http:\S+)/.exec(printed)?.[1]
        if (address !== undefined) resolve(address)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.on('exit', (code) => reject(new Error(`The program ended with ${code}:\n${printed}`)))
    })
  }

  async stop(): Promise<void> {
    const child = this.#server
    this.#server = undefined
    if (!child || child.exitCode !== null) return
    child.kill('SIGINT')
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #spawn(line: string): ChildProcess {
    const { PATH: path = '', ...env } = process.env
    // The shell gives way to the program, unless it has to set variables first.
    const command = this.#command(line)
    return spawn('/bin/sh', ['-c', /^\w+=/.test(command) ? command : `exec ${command}`], { cwd: this.folder, env: { ...env, PATH: [dirname(process.execPath), path].join(delimiter), DATABASE_URL: '', DATA_FOLDER: '', NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  #command(line: string): string {
    const [, script, rest = ''] = /^npx pnpm@12 (\S+)(.*)$/.exec(line) ?? []
    if (script === undefined) return line
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8'))
    const command = scripts[script]
    if (command === undefined) throw new Error(`package.json has no script “${script}”`)
    return `${command.replace(/^node /, `node ${shortLived} `)}${rest}`
  }
}
