/** The magic numbers of IDX files as MNIST's (formats.md): unsigned bytes in three dimensions, and in one. */
export const IMAGES_MAGIC = 0x00000803;
export const LABELS_MAGIC = 0x00000801;
