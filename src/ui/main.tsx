import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSession } from '../session/create';
import { App } from './app/app';
import { pageOptions } from './page-options';

const session = createSession(pageOptions());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App session={session} />
  </StrictMode>,
);
