const size = 32_768

/** The bytes of a file in base64, piece by piece: a call takes only so many arguments. */
export const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_piece, index) => String.fromCodePoint(...bytes.subarray(index * size, (index + 1) * size)))
  return btoa(pieces.join(''))
}
