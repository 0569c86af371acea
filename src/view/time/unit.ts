/** What time is measured in: under the layers' names, at the head of the time axis, two short lines. The term `t` says more. */
export const TIME_UNIT = 'time t\ninput: 0 to 1';
