/** What a shipped model may be called, in its file's name and in links: nothing that leads out of the folder. */
export const MODEL_NAME = /^[A-Za-z0-9][\w-]*(\.[\w-]+)*$/;
