/** As many bytes of a file's beginning as telling kinds apart takes. */
export const KIND_BYTES = 512;
