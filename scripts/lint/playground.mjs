/** The rules of this house for oxlint, as .oxlintrc.json names them: `playground/...`. */
import { panelsApart } from './panels-apart.mjs';
import { textAlone } from './text-alone.mjs';

export default {
  meta: { name: 'playground' },
  rules: { 'panels-apart': panelsApart, 'text-alone': textAlone },
};
