"""How things look: colours and sizes, marks, and the one component that shows our own HTML."""
