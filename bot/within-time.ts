/**
 * What `promise` gives, or `late()` thrown when that takes longer than `limitMs`. The promise itself goes on;
 * what becomes of it afterwards is not looked at.
 */
export async function withinTime<T>(promise: Promise<T>, limitMs: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
