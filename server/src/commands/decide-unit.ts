import { DecideError } from './decide-error.ts'

/** Households live in communes; nothing is decided for a unit above. */
export function demandCommune({ kind, name }: { readonly kind: string; readonly name: string }, code: string): void {
  if (kind === 'commune') return
  throw new DecideError({
    vi: `--unit: ${name} (mã ${code}) không phải xã, phường hoặc đặc khu; hãy ghi mã của xã, phường hoặc đặc khu nơi hộ cư trú.`,
    en: `--unit: ${name} (code ${code}) is not a commune; give the code of the commune where the household lives.`,
  })
}
