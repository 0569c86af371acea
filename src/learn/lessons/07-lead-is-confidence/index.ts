import { texts } from '../../../words/lang/texts';
import { lessonOf } from '../../plan';
import { de } from './de';
import { en } from './en';
import { plan } from './lesson';

export default lessonOf(plan, texts(en, { de }));
