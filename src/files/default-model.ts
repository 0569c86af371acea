/** The shipped model that the page opens with. */
export const DEFAULT_MODEL = '784-128-10';
