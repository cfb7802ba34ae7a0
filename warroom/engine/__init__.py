"""The asyncio rooms between the ports: intake, judge, desk, follow, bus."""
