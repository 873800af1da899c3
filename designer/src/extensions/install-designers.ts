import { designers } from 'virtual:extension-designers'
import { addDesignerExtension } from './designer-kinds.ts'

// Imported for its effect by the page alone: workers draw nothing.
for (const designer of designers) addDesignerExtension(designer)
