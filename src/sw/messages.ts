/** What page and service worker say to each other. */

/** The page: keep all that the page needs without a network. */
export interface Keep {
  type: 'keep';
  /** Address of the script that this page began with: it names the page's version. */
  entry: string;
  /** Addresses of what the page has loaded, perhaps before there was a service worker; what its workers loaded is not among them. */
  loaded: string[];
}

/** The service worker, where the page is of another version than its own. */
export interface OtherVersion {
  type: 'other-version';
}
