/** How good the smaller picture is: text on a photographed sheet stays readable. */
const QUALITY = 0.85;

/**
 * The picture with its longer side at most `sideMax` pixels, as JPEG on white, without what the camera hid in it. What this
 * phone cannot draw comes back as it is: the server judges it.
 */
export async function shrinkPicture(file: Blob, sideMax: number): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(1, sideMax / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const brush = canvas.getContext('2d');
    if (!brush) return file;
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return smaller ?? file;
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(address);
  }
}
