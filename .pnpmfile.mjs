// The node-* packages write "os" and "cpu" as plain strings; as lists pnpm leaves out those of other systems.
const asList = (value) => (typeof value === 'string' ? [value] : value)

export const hooks = {
  readPackage(pkg) {
    if (/^node-(linux|darwin|win)-/.test(pkg.name ?? '')) {
      pkg.os = asList(pkg.os)
      pkg.cpu = asList(pkg.cpu)
    }
    return pkg
  },
}
