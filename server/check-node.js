// Plain JavaScript, loaded before anything else, so that a Node that cannot read TypeScript can still say what is wrong.
const [major] = process.versions.node.split('.').map(Number)

if (major < 24) {
  process.stderr.write(`Tiêu Chí cần Node.js 24 trở lên; máy này đang dùng ${process.version}. Hãy cài bản LTS từ https://nodejs.org rồi chạy lại.\n`)
  process.stderr.write(`Tiêu Chí needs Node.js 24 or newer; this is ${process.version}. Install the LTS release from https://nodejs.org and run again.\n`)
  process.exit(1)
}
