"""Sổ Vàng Công đoàn: figures of Vietnamese trade-union welfare and emulation, asked in SQL and drawn."""
