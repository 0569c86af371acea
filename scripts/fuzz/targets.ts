import { arrays } from './arrays';
import { commands } from './commands';
import { idx } from './idx';
import { links } from './links';
import { models } from './models';
import { nir } from './nir';
import { pictures } from './pictures';
import { runs } from './runs';
import type { Target } from './target';

export const TARGETS: readonly Target[] = [
  models,
  nir,
  idx,
  arrays,
  pictures,
  links,
  runs,
  commands,
];
