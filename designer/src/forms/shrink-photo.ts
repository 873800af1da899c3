/** The longest side a photo is sent with, in pixels: enough to read a page of A4. */
const LONGEST = 2048
/** Photos of no more bytes are sent as they are, if they are not longer than that. */
const SMALL = 2 * 1024 * 1024
const QUALITY = 0.85

/** A photo as it is sent over a slow network: upright, not longer than is needed, as JPEG. Whatever is no picture stays as it is. */
export const shrinkPhoto = async (file: File): Promise<File> => {
  if (!file.type.startsWith('image/')) return file
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const blob = scale === 1 && file.size <= SMALL ? undefined : await drawn(picture, scale)
  picture.close()
  return blob && blob.size < file.size ? new File([blob], `${file.name.replace(/\.[^.]+$/, '')}.jpg`, { type: 'image/jpeg' }) : file
}

const drawn = (picture: ImageBitmap, scale: number): Promise<Blob | undefined> => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(undefined)
  // JPEG knows no transparency.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY)
  })
}
