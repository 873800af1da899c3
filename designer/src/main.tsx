import './extensions/install-packages.ts'
import './extensions/install-designers.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import './app/app.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element to show the application in.')
createRoot(root).render(<App />)
