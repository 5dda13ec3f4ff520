"""Pure functions from frozen view models to HTML: nothing here reads the base or knows Streamlit."""
