import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { SessionProvider } from './api/session';
import { startTexts } from './i18n/i18n';
import { router } from './router';
import { setTheme, themeNow } from './shell/theme';
import './ui/tokens.css';
import './ui/base.css';
import { loadFonts } from './ui/fonts';
import { ToastProvider } from './ui/toast';

setTheme(themeNow());
await Promise.all([startTexts(), loadFonts()]);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the console');
createRoot(root).render(
  <StrictMode>
    <SessionProvider>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </SessionProvider>
  </StrictMode>,
);

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
