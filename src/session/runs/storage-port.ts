/** Where things are kept between visits. A `set` that fails, or is cut off, leaves what was there. */
export interface StoragePort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}
