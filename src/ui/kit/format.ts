/** Numbers as the page writes them: as every sentence does. */
export * from '../../words/numbers';
