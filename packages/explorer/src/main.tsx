import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style/index.css';

const page = document.getElementById('page');
if (page) createRoot(page).render(<App />);
