/**
 * The scales of the plots. recharts looks scales up in all of d3-scale by name, which would bring every one of them into the file
 * that the page opens with, where the time axis has its own from; vite.config.ts gives it these instead.
 */
export { scaleLinear, scaleLog, scalePoint } from 'd3-scale';
