"""What people keep beside the figures: views, notes, and whatever else a snapshot may not hold."""
