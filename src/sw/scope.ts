declare const self: ServiceWorkerGlobalScope;

/** The address below which the page lies. */
export const scope = new URL(self.registration.scope);

/** Served by the machine it is on: what answers there tomorrow may be another project altogether. */
export const ALONE = ['localhost', '127.0.0.1', '[::1]'].includes(scope.hostname);
