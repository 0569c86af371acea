/** All that reading one picture takes, as one script. */
export { decodePicture } from './decode';
export { readOnePicture } from './own-pictures';
