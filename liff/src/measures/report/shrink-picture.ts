/** Longest side of a picture that is sent: enough to read a document on it. */
const LONGEST_PX = 1_600;
const JPEG_QUALITY = 0.82;
/** Smaller pictures are sent as they are: the server writes them anew anyway. */
const SMALL_BYTES = 400 * 1024;

/** A picture made small enough for a slow network. What the phone cannot read it sends as it is. */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES || typeof createImageBitmap !== 'function') return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
    );
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
