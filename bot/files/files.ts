/** The Files port: bytes under names the program makes. Names never come from people. */
export interface Files {
  /**
   * Writes the whole file or nothing, durably; an existing file of the name is replaced.
   * @throws RangeError when the name is not one of {@link FILE_NAME}.
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  get(name: string): Promise<Buffer | undefined>;
  /** Nothing happens when it is not there. */
  remove(name: string): Promise<void>;
}

/** `folder/name.ext`, lower case: what both the disk and Cloud Storage take, and no way up. */
export const FILE_NAME = /^[a-z]+\/[a-z0-9-]{1,100}\.[a-z0-9]{1,8}$/;
